/** How a record that comes again out of quarantine says where it was first read. */
@NullMarked
package org.lienthong.schemas.redrive;

import org.jspecify.annotations.NullMarked;
