"""How right the rules are: precision judged by eye on real articles, recall on defects put into clean ones. See `__main__`."""
