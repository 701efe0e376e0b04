package app;

public enum Mood {
    CALM,
    WILD
}
