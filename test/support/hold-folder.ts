// A process that holds a data folder until it is killed.
import { FileStore } from '../../src/store/folder/file-store.js';
import { noLog } from './test-dependencies.js';

await FileStore.open(process.argv[2] ?? '', { onLost: () => process.exit(1), log: noLog });
process.stdout.write(`held ${process.pid}\n`);
setInterval(() => undefined, 1000);
