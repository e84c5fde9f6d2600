/** Under which a check-in is kept in the store of answers. */
export const checkInKey = (visitId: string) => ['check-in', visitId];
