import { readFileSync } from 'node:fs';

/** `npm start`: the server, in this very process, so that its signals and its exit code are its own. */
if (process.env.npm_lifecycle_event === 'start') endWithNpm();
process.argv.splice(2, 0, 'serve');
await import('./quarterdeck.mjs');

/**
 * Ends the server, as by SIGTERM, once the npm that started it is gone. npm passes a signal on to its shell only, and a
 * shell such as Debian's dies of it without telling us: the server would live on and keep the data folder to itself.
 */
function endWithNpm() {
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/** Our parent (npm's shell) and, where /proc tells, the parent's parent (npm). */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}
