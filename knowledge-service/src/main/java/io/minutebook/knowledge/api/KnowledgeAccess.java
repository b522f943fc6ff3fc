package io.minutebook.knowledge.api;

import static io.minutebook.platform.security.AccessTable.row;
import static io.minutebook.platform.security.AccessTable.staffRow;
import static io.minutebook.platform.security.Role.ADMIN;
import static io.minutebook.platform.security.Role.EDITOR;
import static io.minutebook.platform.security.Role.EXPERT;
import static io.minutebook.platform.security.Role.INTEGRATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.minutebook.platform.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with the knowledge base: everybody reads and searches, editors decide what is out. */
@Configuration(proxyBeanMethods = false)
class KnowledgeAccess {
    @Bean
    AccessTable accessTable() {
        String article = "/api/knowledge/articles/{articleId}";
        return AccessTable.of(
                row(GET, "/api/knowledge/dead-letters", ADMIN),
                row(POST, "/api/knowledge/dead-letters/redrive", ADMIN),
                row(POST, "/api/knowledge/articles", EDITOR, EXPERT, INTEGRATOR),
                staffRow(GET, article),
                row(POST, article + "/publish", EDITOR),
                row(PUT, article, EDITOR, EXPERT, INTEGRATOR),
                row(POST, article + "/retire", EDITOR),
                staffRow(GET, "/api/knowledge/search"));
    }
}
