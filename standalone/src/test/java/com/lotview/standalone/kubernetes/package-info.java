/** The manifests of {@code deploy/kubernetes}, checked without a cluster. */
package com.lotview.standalone.kubernetes;
