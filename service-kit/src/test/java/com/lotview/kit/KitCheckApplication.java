package com.lotview.kit;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The smallest possible service. */
@SpringBootConfiguration
@EnableAutoConfiguration
class KitCheckApplication {}
