package org.reactiveorm.archfixture.sql;

import org.springframework.http.HttpStatus;

record KnowsSpring(HttpStatus status) {}
