// Bundles, prunes and minifies the CSS: node bundle.mjs <functions folder> <output file>. NL Design System's components carry many
// variants; only those whose class names stand in our own sources are kept.
import { build, transform } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { answerUnsetTokens } from "./unset-tokens.mjs";

const [functions, output] = process.argv.slice(2).map((path) => resolve(path));
const sources = functions.replaceAll("\\", "/");

const bundled = await build({ entryPoints: [join(functions, "Web/Styles/site.css")], bundle: true, write: false, outdir: "." });
const [pruned] = await new PurgeCSS().purge({
  content: [`${sources}/!(bin|obj)/**/*.{razor,cs}`],
  css: [{ raw: bundled.outputFiles[0].text }],
});
const answered = postcss([answerUnsetTokens]).process(pruned.css, { from: undefined }).css;
const minified = await transform(answered, { loader: "css", minify: true, legalComments: "none" });

await mkdir(dirname(output), { recursive: true });
await writeFile(output, minified.code);
console.log(`site.css: ${(minified.code.length / 1024).toFixed(1)} KB`);
