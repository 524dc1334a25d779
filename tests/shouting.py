"""The source of a rule, for tests of where plugins come from."""

RULE = '''
from arlint import PatternRule, Pattern, Text, hookimpl

class Shout(PatternRule):
    """لا علامات تعجب كثيرة.

    Not many exclamation marks.
    """
    id = "shout"
    code = "DSK900"
    title = Text("صراخ", "Shouting")
    message = Text("علامة تعجب واحدة تكفي.", "One exclamation mark is enough.")
    patterns = (Pattern("!!+", "!"),)
    good = ("نعم!",)
    bad = {"نعم⟦!!⟧": "نعم!"}
'''
