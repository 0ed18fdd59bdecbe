# SPDX-License-Identifier: MIT
"""JSON Schema, as far as the schemas of this tree go.

validate(schema, value) gives every fault as a line of text.  A keyword that
is not known here is an error: it would otherwise go unchecked.
"""

import json
import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool,
         "null": type(None)}
# They say something to readers and nothing about what is valid.
SILENT = {"$schema", "$id", "$comment", "title", "description", "examples",
          "default", "definitions", "$defs", "markdownDescription",
          "markdownEnumDescriptions", "enumDescriptions",
          "defaultSnippets"}


def is_type(value, name):
    if isinstance(value, bool):
        return name == "boolean"
    if name == "number":
        return isinstance(value, (int, float))
    if name == "integer":
        return isinstance(value, int)
    return isinstance(value, TYPES[name])


def same(value, other):
    """Equal, and not as True is equal to 1."""
    return value == other and (isinstance(value, bool)
                               == isinstance(other, bool))


def resolve(root, reference):
    target = root
    for part in reference.removeprefix("#").strip("/").split("/"):
        if part:
            target = target[part.replace("~1", "/").replace("~0", "~")]
    return target


def holds(root, schema, value):
    return not any(True for _ in check(root, schema, value, ""))


def check_object(root, schema, value, at):
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    for key in schema.get("required", []):
        if key not in value:
            yield f"{at}: {key} is missing"
    for key, inner in value.items():
        here = f"{at}/{key}"
        matched = [s for p, s in patterns.items() if re.search(p, key)]
        if key in known:
            matched.append(known[key])
        for one in matched:
            yield from check(root, one, inner, here)
        if not matched:
            yield from check(root, schema.get("additionalProperties", True),
                             inner, here)
        if "propertyNames" in schema:
            yield from check(root, schema["propertyNames"], key, here)
    if len(value) < schema.get("minProperties", 0):
        yield f"{at}: too few keys"
    if len(value) > schema.get("maxProperties", len(value)):
        yield f"{at}: too many keys"


def check_array(root, schema, value, at):
    for index, inner in enumerate(value):
        yield from check(root, schema.get("items", True), inner,
                         f"{at}/{index}")
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: too few items"
    if len(value) > schema.get("maxItems", len(value)):
        yield f"{at}: too many items"
    if schema.get("uniqueItems"):
        seen = [json.dumps(v, sort_keys=True) for v in value]
        if len(set(seen)) < len(seen):
            yield f"{at}: an item stands twice"


def check_value(schema, value, at):
    if "enum" in schema and not any(same(value, one)
                                    for one in schema["enum"]):
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if isinstance(value, str):
        if not re.search(schema.get("pattern", ""), value):
            yield f"{at}: {value!r} does not match {schema['pattern']}"
        if len(value) < schema.get("minLength", 0):
            yield f"{at}: too short"
    if is_type(value, "integer"):
        if value < schema.get("minimum", value):
            yield f"{at}: {value} is too small"
        if value > schema.get("maximum", value):
            yield f"{at}: {value} is too large"


def check_combined(root, schema, value, at):
    for one in schema.get("allOf", []):
        yield from check(root, one, value, at)
    if "anyOf" in schema and not any(holds(root, one, value)
                                     for one in schema["anyOf"]):
        yield f"{at}: fits none of what is allowed"
    if "oneOf" in schema and sum(holds(root, one, value)
                                 for one in schema["oneOf"]) != 1:
        yield f"{at}: does not fit exactly one of what is allowed"
    if "not" in schema and holds(root, schema["not"], value):
        yield f"{at}: is what is not allowed"
    if "if" in schema:
        branch = "then" if holds(root, schema["if"], value) else "else"
        yield from check(root, schema.get(branch, True), value, at)


KNOWN = SILENT | {
    "$ref", "type", "properties", "patternProperties", "required",
    "additionalProperties", "propertyNames", "minProperties",
    "maxProperties", "items", "minItems", "maxItems", "uniqueItems", "enum",
    "const", "pattern", "minLength", "minimum", "maximum", "allOf", "anyOf",
    "oneOf", "not", "if", "then", "else"}


def check(root, schema, value, at):
    if schema is True:
        return
    if schema is False:
        yield f"{at}: is not allowed here"
        return
    if not KNOWN.issuperset(schema):
        raise ValueError(f"this validator lacks {sorted(set(schema) - KNOWN)}")
    if "$ref" in schema:
        yield from check(root, resolve(root, schema["$ref"]), value, at)
        return
    if "type" in schema:
        names = schema["type"]
        names = [names] if isinstance(names, str) else names
        if not any(is_type(value, name) for name in names):
            yield f"{at}: {value!r} is not of type {' or '.join(names)}"
            return
    yield from check_value(schema, value, at)
    if isinstance(value, dict):
        yield from check_object(root, schema, value, at)
    if isinstance(value, list):
        yield from check_array(root, schema, value, at)
    yield from check_combined(root, schema, value, at)


def refuses(schema, value):
    """The first fault alone, None where there is none."""
    return next(check(schema, schema, value, ""), None)


def validate(schema, value):
    return list(check(schema, schema, value, ""))
