/** Looks records up on topics, outside any consumer group. */
@NullMarked
package org.lienthong.runtime.records;

import org.jspecify.annotations.NullMarked;
