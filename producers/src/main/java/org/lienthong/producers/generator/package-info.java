/** A seeded year of events that shows the platform at work, with an exact expectation of it. */
@NullMarked
package org.lienthong.producers.generator;

import org.jspecify.annotations.NullMarked;
