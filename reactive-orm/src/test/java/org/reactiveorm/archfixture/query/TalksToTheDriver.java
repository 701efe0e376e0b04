package org.reactiveorm.archfixture.query;

import io.r2dbc.spi.Row;

record TalksToTheDriver(Row row) {}
