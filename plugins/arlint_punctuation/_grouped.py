"""What rules share that may speak a hundred times in one article."""

from arlint import AnyRule, option


class Grouped(AnyRule):
    """A rule of whose like findings reporters for people show only the first few."""

    max_per_group: int = option(
        3, ar="أكثر ما يُعرض من المواضع المتماثلة في الملف؛ 0 لعرضها كلها.", en="Most findings alike that are shown of a file; 0 shows all."
    )
