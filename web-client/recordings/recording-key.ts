/** Under which a recording is kept in the store of answers. */
export const recordingKey = (visitId: string) => ['recording', visitId];
