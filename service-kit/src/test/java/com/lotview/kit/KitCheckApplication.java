package com.lotview.kit;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The smallest service there can be. */
@SpringBootConfiguration
@EnableAutoConfiguration
class KitCheckApplication {}
