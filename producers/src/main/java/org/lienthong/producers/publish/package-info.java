/** The publisher SDK: typed, validated, acknowledged events. */
@NullMarked
package org.lienthong.producers.publish;

import org.jspecify.annotations.NullMarked;
