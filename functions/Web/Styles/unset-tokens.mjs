// NL Design System's components ask for a token of their own, then a general one, then a default. A PostCSS plugin that answers the
// questions for tokens that are set nowhere in this bundle, and leaves out tokens that nothing asks for: most of the CSS is such.
import valueParser from "postcss-value-parser";

export const answerUnsetTokens = {
  postcssPlugin: "answer-unset-tokens",
  OnceExit(root) {
    // Leaving out one private token can leave another unset, so repeat until nothing changes.
    for (let changed = true; changed;) {
      changed = false;
      const declared = new Set();
      const asked = new Set();
      root.walkDecls((declaration) => {
        if (declaration.prop.startsWith("--")) {
          declared.add(declaration.prop);
        }
        for (const [name] of declaration.value.matchAll(/--[\w-]+/g)) {
          asked.add(name);
        }
      });
      root.walkDecls((declaration) => {
        const answered = answer(declaration.value, declared);
        if (declaration.prop.startsWith("--") && (!asked.has(declaration.prop) || isUnset(answered, declared))) {
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

// var(--unset, fallback) is the fallback.
function answer(value, declared) {
  const parsed = valueParser(value);
  parsed.walk((node) => {
    const comma = node.nodes?.findIndex((part) => part.type === "div" && part.value === ",");
    if (node.value === "var" && comma > 0 && !declared.has(nameIn(node))) {
      const fallback = valueParser.stringify(node.nodes.slice(comma + 1));
      Object.assign(node, { type: "word", value: fallback, nodes: undefined });
    }
  }, true);
  return parsed.toString();
}

// A token that is just var(--unset) is itself unset.
function isUnset(value, declared) {
  const { nodes } = valueParser(value.trim());
  return nodes.length === 1 && nodes[0].value === "var" && nodes[0].nodes.length === 1 && !declared.has(nameIn(nodes[0]));
}

function nameIn(variable) {
  return variable.nodes.find((node) => node.type === "word").value;
}
