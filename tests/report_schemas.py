"""What the readers of reports ask for, restated as JSON Schemas from their documentation.

- GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
- reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from collections.abc import Mapping
from typing import Any

_LINE = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string", "minLength": 1}


def _object(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """An object with these fields and no others."""
    properties = {**required, **(optional or {})}
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


_POSITION = _object({"line": _LINE}, {"column": _LINE})
_RANGE = _object({"start": _POSITION}, {"end": _POSITION})

SCHEMAS: Mapping[str, Any] = {
    "gitlab": {
        "type": "array",
        "items": _object(
            {
                "description": _TEXT,
                "check_name": _TEXT,
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": _object(
                    {"path": {"type": "string", "pattern": r"^(?!\./)"}, "lines": _object({"begin": _LINE}, {"end": _LINE})},
                ),
            }
        ),
    },
    "rdjson": _object(
        {
            "source": _object({"name": _TEXT}, {"url": _TEXT}),
            "diagnostics": {
                "type": "array",
                "items": _object(
                    {
                        "message": _TEXT,
                        "location": _object({"path": _TEXT}, {"range": _RANGE}),
                        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                        "code": _object({"value": _TEXT}, {"url": _TEXT}),
                    },
                    {"suggestions": {"type": "array", "items": _object({"range": _RANGE, "text": {"type": "string"}})}},
                ),
            },
        }
    ),
}
"""By the name of the format."""
