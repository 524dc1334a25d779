"""Formulas of figures: arithmetic, comparisons and a few functions, and nothing else of what Python could do."""

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

_OPERATORS: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: operator.mod,
    ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": math.sqrt, "abs": abs, "floor": math.floor, "ceil": math.ceil, "log": math.log, "pow": math.pow, "min": min, "max": max,
    "round": lambda value, places=0.0: round(value, int(places)),
}  # fmt: skip


def evaluated(expression: str, names: Mapping[str, float]) -> Any:
    """The value of a formula; None where it divides by zero. Raises ValueError for what is no formula."""
    try:
        written = re.sub(r"heading\.(h[1-6])", r"heading_\1", expression).replace("math.", "")
        tree = ast.parse(written.replace("&&", " and ").replace("||", " or ").strip(), mode="eval")
        return _value(tree.body, names)
    except ZeroDivisionError:
        return None
    except (SyntaxError, TypeError, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(str(error)) from None


def _value(node: ast.expr, names: Mapping[str, float]) -> Any:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, names)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, names), _value(node.right, names))
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OPERATORS:
        return _OPERATORS[type(node.ops[0])](_value(node.left, names), _value(node.comparators[0], names))
    if isinstance(node, ast.BoolOp):
        values = [_value(one, names) for one in node.values]
        return all(values) if isinstance(node.op, ast.And) else any(values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS and not node.keywords:
        return _FUNCTIONS[node.func.id](*(_value(one, names) for one in node.args))
    raise ValueError(ast.unparse(node))
