/** Programs that measure what the documents claim. */
@NullMarked
package org.lienthong.benchmarks;

import org.jspecify.annotations.NullMarked;
