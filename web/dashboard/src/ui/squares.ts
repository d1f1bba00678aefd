/** Dark squares as one path of an SVG, a rectangle for each run of them in a row. */
export function pathOf(rows: boolean[][]): string {
  const runs: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x] === true) {
        x++;
      }
      if (x > start) {
        runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
      }
    }
  });
  return runs.join("");
}
