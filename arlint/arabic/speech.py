"""Verbs of saying: which words show that somebody is being quoted or reported (catalogue 2.7, `speech_verbs.yaml`)."""


def resumes_reporting(paragraph: str) -> bool:
    """Whether a paragraph begins as one that goes on reporting: `وأضاف …`."""
    return False
