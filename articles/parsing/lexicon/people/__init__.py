"""Tables of surnames, name characters, words, posts and cues that people are found with."""
