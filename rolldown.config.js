import { defineConfig } from 'rolldown';

// Puts the compiled program into few files in place of hundreds, which Node would find, read and link
// one by one at each start. What only some commands need stays apart, and is read when it is needed.

/**
 * Small packages that every command reads. All others stay where npm has put them: some are native,
 * some read files of their own, and most are wanted by few commands.
 */
const WITHIN = ['dotenv', 'lru-cache', 'minisearch', 'opencc-js/t2cn', 'stemmer', 'zod'];

/** Whether an import names a package, or a module of Node, and no file. */
const isPackage = (name) => /^(?:node:|[@a-z][^:]*$)/i.test(name);

export default defineConfig({
  input: { yuanwen: 'dist/adapters/yuanwen.js' },
  platform: 'node',
  external: (name) => isPackage(name) && !WITHIN.includes(name),
  output: {
    dir: 'dist/program',
    cleanDir: true,
    chunkFileNames: '[name].js',
    // names stay, so that an error still tells where it was
    minify: { compress: true, mangle: false, codegen: true },
  },
});
