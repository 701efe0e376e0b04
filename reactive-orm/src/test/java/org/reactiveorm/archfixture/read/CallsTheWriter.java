package org.reactiveorm.archfixture.read;

import org.reactiveorm.archfixture.write.Writer;

record CallsTheWriter(Writer writer) {}
