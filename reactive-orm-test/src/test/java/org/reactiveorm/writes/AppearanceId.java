package org.reactiveorm.writes;

/** The key of an {@link Appearance}: those of both sides. */
public record AppearanceId(int season, int number, long playerId) {}
