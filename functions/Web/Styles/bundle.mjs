// Bundles, prunes and minifies the CSS, and draws the logo as PNG: node bundle.mjs <functions folder> <output folder>. NL Design System's
// components carry many variants; only those whose class names stand in our own sources are kept.
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { build, transform } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { answerTokens } from "./answer-tokens.mjs";

const [functions, output] = process.argv.slice(2).map((path) => resolve(path));
const theme = await readFile(join(functions, "Web/Theme/theme.css"), "utf8");
for (const [, name] of (await readFile(join(functions, "Web/Theme/HouseStyle.cs"), "utf8")).matchAll(/Colour\("([\w-]+)"\)/g)) {
  colourOf(`--loket-${name}`);
}
const sources = functions.replaceAll("\\", "/");

const bundled = await build({
  entryPoints: [join(functions, "Web/Styles/site.css")],
  bundle: true,
  write: false,
  outdir: ".",
  assetNames: "[name]",
  loader: { ".woff2": "file" },
});
const files = bundled.outputFiles.map((file) => ({ name: basename(file.path), contents: file.contents, text: file.text }));
const fonts = files.filter((file) => file.name !== "site.css");
const [pruned] = await new PurgeCSS().purge({
  content: [`${sources}/!(bin|obj)/**/*.{razor,cs}`],
  css: [{ raw: files.find((file) => file.name === "site.css").text }],
});
const answered = postcss([answerTokens]).process(pruned.css, { from: undefined }).css;
let { code: css } = await transform(answered, { loader: "css", minify: true, legalComments: "none" });

// A picture in CSS cannot ask for tokens of the page.
css = css.replaceAll(/stroke='var\((--[\w-]+)\)'/g, (_, name) => `stroke='${encodeURIComponent(colourOf(name))}'`);

await mkdir(output, { recursive: true });
for (const font of fonts) {
  // The address that SiteAssets gives to this file, seen from the address of site.css.
  const hash = createHash("sha256").update(font.contents).digest("hex").slice(0, 16);
  css = css.replaceAll(`./${font.name}`, `../${hash}/${font.name}`);
  await writeFile(join(output, font.name), font.contents);
}
await writeFile(join(output, "site.css"), css);
console.log(`site.css: ${(css.length / 1024).toFixed(1)} KB`);

// PDF knows no SVG.
await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
const logo = new Resvg(await readFile(join(functions, "Web/Theme/logo.svg"), "utf8"), { fitTo: { mode: "height", value: 384 } });
await writeFile(join(output, "logo.png"), logo.render().asPng());

function colourOf(name) {
  const colour = theme.match(new RegExp(`${name}:\\s*(#[0-9a-f]{6});`, "i"))?.[1];
  if (colour === undefined) {
    throw new Error(`Web/Theme/theme.css: ${name} is missing, or is not # and six hexadecimal digits.`);
  }
  return colour;
}
