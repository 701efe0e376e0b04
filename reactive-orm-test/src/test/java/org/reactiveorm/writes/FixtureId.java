package org.reactiveorm.writes;

/** The key of a {@link Fixture}. */
public record FixtureId(int season, int number) {}
