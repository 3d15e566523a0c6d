#!/usr/bin/env node
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';
import { setUp } from './set-up/set-up.mjs';

/** The `quarterdeck` command in a clone: sets up what is missing, then is the built program, in this very process. */
await setUp();
const built = path.join(root, 'dist', 'cli', 'quarterdeck.js');
process.argv[1] = built;
await import(pathToFileURL(built).href);
