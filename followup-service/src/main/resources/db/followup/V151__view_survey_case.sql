-- Which survey is about which case, as the log of this service has it.
CREATE TABLE survey_case (
    survey_id uuid PRIMARY KEY,
    case_id   text NOT NULL
);
