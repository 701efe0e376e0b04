package org.reactiveorm.archfixture.processor;

import reactor.core.publisher.Mono;

record KnowsReactor(Mono<String> mono) {}
