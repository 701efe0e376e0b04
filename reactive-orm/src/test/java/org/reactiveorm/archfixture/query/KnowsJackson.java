package org.reactiveorm.archfixture.query;

import tools.jackson.databind.JsonNode;

record KnowsJackson(JsonNode json) {}
