/** Reference data inside the jobs: tables that every task reads whole. */
@NullMarked
package org.lienthong.streams.reference;

import org.jspecify.annotations.NullMarked;
