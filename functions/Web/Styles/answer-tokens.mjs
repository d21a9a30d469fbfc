// NL Design System's components ask for a token of their own, then a general one, then a default. A PostCSS plugin that answers
// these questions at build time: for tokens set nowhere in this bundle, and for those set just once, on :root. Tokens that nothing
// asks for are left out. Together that is half of the CSS.
import valueParser from "postcss-value-parser";

export const answerTokens = {
  postcssPlugin: "answer-tokens",
  OnceExit(root) {
    // Leaving out one private token can leave another unset, so repeat until nothing changes.
    for (let changed = true; changed;) {
      changed = false;
      const { values, asked } = look(root);
      root.walkDecls((declaration) => {
        const answered = answer(declaration.value, values);
        if (declaration.prop.startsWith("--") && (!asked.has(declaration.prop) || isUnset(answered, values))) {
          declaration.remove();
          changed = true;
        } else if (answered !== declaration.value) {
          declaration.value = answered;
          changed = true;
        }
      });
    }
    root.walkRules((rule) => rule.nodes.length === 0 && rule.remove());
    // The minifier leaves the white space in tokens alone.
    root.walkDecls(/^--/, (token) => {
      token.value = token.value.replace(/\s+/g, " ").replace(/([(,]) /g, "$1").replaceAll(" )", ")");
    });
  },
};

// The values of each token, with undefined for one that depends on where it is asked, and the names that are asked for.
function look(root) {
  const values = new Map();
  const asked = new Set();
  root.walkDecls((declaration) => {
    if (declaration.prop.startsWith("--")) {
      const once = !values.has(declaration.prop) && declaration.parent.selector === ":root";
      values.set(declaration.prop, once ? declaration.value : undefined);
    }
    for (const [name] of declaration.value.matchAll(/--[\w-]+/g)) {
      asked.add(name);
    }
  });
  return { values, asked };
}

// var(--unset, fallback) is the fallback, and var(--once) its value.
function answer(value, values) {
  const parsed = valueParser(value);
  parsed.walk((node) => {
    if (node.value !== "var") {
      return;
    }
    const comma = node.nodes.findIndex((part) => part.type === "div" && part.value === ",");
    const name = nameIn(node);
    if (!values.has(name) && comma > 0) {
      replace(node, valueParser.stringify(node.nodes.slice(comma + 1)));
    } else if (values.get(name) !== undefined) {
      replace(node, values.get(name));
    }
  }, true);
  return parsed.toString();
}

function replace(node, value) {
  Object.assign(node, { type: "word", value, nodes: undefined });
}

// A token that is just var(--unset) is itself unset.
function isUnset(value, values) {
  const { nodes } = valueParser(value.trim());
  return nodes.length === 1 && nodes[0].value === "var" && nodes[0].nodes.length === 1 && !values.has(nameIn(nodes[0]));
}

function nameIn(variable) {
  return variable.nodes.find((node) => node.type === "word").value;
}
