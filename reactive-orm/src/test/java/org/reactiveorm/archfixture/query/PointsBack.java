package org.reactiveorm.archfixture.query;

import java.util.List;
import org.reactiveorm.archfixture.model.PointsForward;

public record PointsBack(List<PointsForward> forward) {}
