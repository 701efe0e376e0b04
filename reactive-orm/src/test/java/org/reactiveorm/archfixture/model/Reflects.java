package org.reactiveorm.archfixture.model;

import java.lang.reflect.Method;

record Reflects(Method method) {}
