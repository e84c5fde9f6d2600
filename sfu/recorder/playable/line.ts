/** Lines of straight pieces, for clocks that run a little differently. */

export type Point = { x: number; y: number };

/** Value of the piecewise line through points in order of x; beyond the ends and across breaks, of a slope given. */
export function valueOn(points: Point[], x: number, slope: number, widestPiece: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (before && after && after.x - before.x <= widestPiece) {
    return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
  }
  const nearest = !before || (after && after.x - x < x - before.x) ? after : before;
  return nearest ? nearest.y + slope * (x - nearest.x) : 0;
}
