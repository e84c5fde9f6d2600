const senderReport = 200;

/** One sender report of a compound RTCP packet, with the SSRC of the stream that it reports on. */
export type SenderReport = { ssrc: number; packet: Buffer };

/**
 * Takes the sender reports out of a compound RTCP packet (RFC 3550, section 6.4.1). A DirectTransport joins the reports of all its
 * consumers into one compound, but each recorded track keeps its own.
 */
export function senderReports(compound: Buffer): SenderReport[] {
  const reports: SenderReport[] = [];
  for (let offset = 0; offset + 8 <= compound.length; ) {
    const end = offset + 4 * (compound.readUInt16BE(offset + 2) + 1);
    if (end > compound.length) break;
    if (compound[offset + 1] === senderReport) {
      reports.push({ ssrc: compound.readUInt32BE(offset + 4), packet: compound.subarray(offset, end) });
    }
    offset = end;
  }
  return reports;
}
