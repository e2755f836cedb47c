// A process that holds a data folder until it is killed.
import { FileStore } from '../../src/store/folder/file-store.js';
import { folderDeps } from './test-dependencies.js';

await FileStore.open(process.argv[2] ?? '', { ...folderDeps, onLost: () => process.exit(1) });
process.stdout.write(`held ${process.pid}\n`);
setInterval(() => undefined, 1000);
