import js from "@eslint/js";
import { floors } from "./floors.js";

const rules = {
    ...js.configs.recommended.rules,
    // The type checker knows names better.
    "no-undef": "off",
    "array-callback-return": "error",
    "curly": "error",
    "eqeqeq": "error",
    "max-lines": ["error", 300],
    "no-duplicate-imports": "error",
    "no-shadow": ["error", { allow: ["_"] }],
    "no-unused-expressions": "error",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
    "no-useless-assignment": "error",
    "no-var": "error",
    "prefer-const": "error",
};

export default [
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    { files: ["web/static/js/**/*.js"], plugins: { downhill: { rules: { floors } } }, rules: { ...rules, "downhill/floors": "error" } },
    { files: ["src/test/js/**/*.mjs", ".ci/js/*.js"], rules },
];
