package io.minutebook.knowledge;

import io.minutebook.platform.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The knowledge service. */
@SpringBootApplication(proxyBeanMethods = false)
public class KnowledgeApplication {
    public static void main(String[] args) {
        Service.run(KnowledgeApplication.class, "knowledge", args);
    }
}
