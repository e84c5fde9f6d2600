/** Standard base64 (RFC 4648, section 4) with padding, and nothing that merely decodes to the same bytes. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
