// Reads Bicep files and prints, as JSON, what the tests ask about: syntax errors, references to other files and modules,
// outputs, and every property with its path and source text. Used by BicepFile.cs; the grammar comes from npm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const unquoted = (node) => node.text.replace(/^'|'$/g, '');

function collectErrors(node, errors) {
  if (node.isError || node.isMissing) {
    errors.push(`line ${node.startPosition.row + 1}, column ${node.startPosition.column + 1}: ${node.text.split('\n')[0]}`);
    return;
  }
  node.children.filter((child) => child.hasError || child.isMissing).forEach((child) => collectErrors(child, errors));
}

function collectProperties(node, path, properties) {
  if (node.type === 'object_property') {
    const [name, value] = node.namedChildren;
    const inner = [...path, unquoted(name)];
    properties.push({ path: inner.join('.'), value: unquoted(value) });
    collectProperties(value, inner, properties);
    return;
  }
  node.namedChildren.forEach((child) => collectProperties(child, path, properties));
}

function describe(file) {
  const root = parser.parse(readFileSync(file, 'utf8')).rootNode;
  const description = { path: file, errors: [], outputs: [], references: [], properties: [] };
  collectErrors(root, description.errors);
  if (root.hasError) return description;
  for (const statement of root.namedChildren) {
    const [name, second] = statement.namedChildren;
    switch (statement.type) {
      case 'output_declaration':
        description.outputs.push({ path: name.text, value: statement.namedChildren.at(-1).text });
        break;
      case 'module_declaration':
      case 'resource_declaration':
        description.references.push({ path: name.text, value: unquoted(second) });
        collectProperties(statement, [name.text], description.properties);
        break;
      case 'variable_declaration':
        description.properties.push({ path: name.text, value: unquoted(second) });
        collectProperties(statement, [name.text], description.properties);
        break;
    }
  }
  return description;
}

console.log(JSON.stringify(process.argv.slice(2).map(describe)));
