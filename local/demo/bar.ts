/** A progress bar: redrawn in place on a terminal, one line at the end elsewhere. */
export function newBar(label: string, total: number): (done: number) => void {
  const width = 30;
  let drawn = -1;
  return (done) => {
    if (done === drawn) return;
    drawn = done;
    const filled = Math.round((done / total) * width);
    const line = `  ${label.padEnd(34)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? '\n' : ''}`);
    else if (done === total) console.log(line);
  };
}
