/** Lines of straight pieces, for clocks that run a little differently. */

export type Point = { x: number; y: number };
/** Runs of points in order of x; between two runs nothing is known. */
export type Line = Point[][];

/** Points farther apart than `widestPiece` belong to different runs. */
export function makeLine(points: Point[], widestPiece: number): Line {
  const line: Line = [];
  for (const point of points) {
    const run = line.at(-1);
    const last = run?.at(-1);
    if (run && last && point.x - last.x <= widestPiece) run.push(point);
    else line.push([point]);
  }
  return line;
}

/** Leaves out points that a straight piece passes by no more than `tolerance` (Douglas and Peucker). */
export function straighten(points: Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  const distances = points.map(({ x, y }) => Math.abs(y - between(first, last, x)));
  const farthest = Math.max(...distances);
  if (farthest <= tolerance) return [first, last];
  const turn = distances.indexOf(farthest);
  const before = straighten(points.slice(0, turn + 1), tolerance);
  return [...before.slice(0, -1), ...straighten(points.slice(turn), tolerance)];
}

const between = (a: Point, b: Point, x: number) => a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);

/** How many points lie at or before x. */
function countBefore(points: Point[], x: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

const distance = (run: Point[], x: number) => Math.max(0, (run[0]?.x ?? 0) - x, x - (run.at(-1)?.x ?? 0));

/** Value at x on the nearest run; beyond its ends the line goes on with a slope. */
export function valueOn(line: Line, x: number, slope: number): number {
  let nearest = line[0] ?? [];
  for (const run of line) if (distance(run, x) < distance(nearest, x)) nearest = run;
  const place = countBefore(nearest, x);
  const [before, after] = [nearest[place - 1], nearest[place]];
  if (before && after) return between(before, after, x);
  const end = before ?? after;
  return end ? end.y + slope * (x - end.x) : 0;
}
