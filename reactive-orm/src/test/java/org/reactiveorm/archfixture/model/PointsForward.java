package org.reactiveorm.archfixture.model;

import org.reactiveorm.archfixture.query.PointsBack;

public record PointsForward(PointsBack back) {}
