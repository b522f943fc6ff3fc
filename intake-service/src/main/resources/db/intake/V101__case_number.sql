-- The running part of case numbers: one for all sites and days, so that no two cases ever share a number.
CREATE SEQUENCE case_number;
