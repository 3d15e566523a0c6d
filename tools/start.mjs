/** `npm start`: the server, in this very process, so that signals and exit codes are its own. */
process.argv.splice(2, 0, 'serve');
await import('./quarterdeck.mjs');
