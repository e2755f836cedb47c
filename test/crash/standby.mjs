// Loads all of the bot's code, then waits for a word before its main file runs: so the next run is loaded during this one.
import { once } from 'node:events';

await import('../../dist/app/app.js');
await once(process.stdin, 'data');
