// A process that holds a data folder until it is killed.
import { FileStore } from '../../src/store/file-store.js';

await FileStore.open(process.argv[2] ?? '', () => process.exit(1));
process.stdout.write(`held ${process.pid}\n`);
setInterval(() => undefined, 1000);
