/** Units, procedures and agencies: the facts that events refer to. */
@NullMarked
package org.lienthong.producers.reference;

import org.jspecify.annotations.NullMarked;
