import WatchLists

/// Small lists in the layouts of their publishers, with fictional parties.
enum XMLFixtures {
  static let un = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" \
    dateGenerated="2026-02-27T00:00:09.554Z">
      <INDIVIDUALS>
        <INDIVIDUAL>
          <DATAID>111</DATAID><VERSIONNUM>1</VERSIONNUM>
          <FIRST_NAME>IVAN</FIRST_NAME><SECOND_NAME>EXAMPLE </SECOND_NAME>
          <THIRD_NAME>SAMPLE</THIRD_NAME><FOURTH_NAME/>
          <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER>
          <LISTED_ON>2015-04-07-04:00</LISTED_ON><GENDER>Male</GENDER>
          <NAME_ORIGINAL_SCRIPT>李
             示例</NAME_ORIGINAL_SCRIPT>
          <COMMENTS1>Director of the Example Bureau.</COMMENTS1>
          <TITLE><VALUE>Dr</VALUE></TITLE>
          <DESIGNATION><VALUE>Director</VALUE><VALUE>Chair</VALUE></DESIGNATION>
          <NATIONALITY><VALUE>China</VALUE></NATIONALITY>
          <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ivan Sample; Ivan Example\
    </ALIAS_NAME></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Rocket</ALIAS_NAME>\
    <NOTE>Call sign</NOTE></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Li Shili (李示例)</ALIAS_NAME>
          </INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ADDRESS><STREET>1 Example Road</STREET><CITY>Exampletown</CITY>\
    <COUNTRY>China</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>\
    <FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE>\
    <YEAR>1970</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sampleville</CITY><COUNTRY>Atlantis</COUNTRY>
          </INDIVIDUAL_PLACE_OF_BIRTH>
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>\
    <NUMBER>X1234567</NUMBER><ISSUING_COUNTRY>China</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
          <INDIVIDUAL_DOCUMENT/>
        </INDIVIDUAL>
      </INDIVIDUALS>
      <ENTITIES>
        <ENTITY>
          <DATAID>112</DATAID><FIRST_NAME>SAMPLE WORKS (SW) ; EXAMPLE WORKS</FIRST_NAME>
          <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER>
          <LISTED_ON>2016-03-02</LISTED_ON>
          <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Works</ALIAS_NAME>
          </ENTITY_ALIAS>
          <ENTITY_ADDRESS><CITY>Exampletown</CITY><COUNTRY>Atlantis</COUNTRY></ENTITY_ADDRESS>
        </ENTITY>
      </ENTITIES>
    </CONSOLIDATED_LIST>
    """

  static let eu = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <export xmlns="http://eu.europa.ec/fpi/fsd/export" \
    generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="184961">
      <sanctionEntity designationDate="" designationDetails="" unitedNationId="KPi.901" \
    euReferenceNumber="EU.9001.01" logicalId="13">
        <remark>Listed for example.</remark>
        <regulation regulationType="amendment" entryIntoForceDate="2019-01-18" \
    publicationDate="2019-01-17" numberTitle="2019/1 (OJ L1)" programme="PRK" logicalId="1">
          <publicationUrl>https://eur-lex.europa.eu/example</publicationUrl></regulation>
        <regulation regulationType="regulation" entryIntoForceDate="2017-03-02" \
    publicationDate="2017-03-01" numberTitle="2017/2 (OJ L2)" programme="PRK" logicalId="2"/>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias wholeName="Иван Пример" nameLanguage="BG" strong="true" logicalId="16"/>
        <nameAlias firstName="Ivan" lastName="Example" wholeName="Ivan Example &amp; Sons" \
    function="Director" title="Dr" gender="M" nameLanguage="EN" strong="true" logicalId="17"/>
        <nameAlias wholeName="Rocket" nameLanguage="" strong="false" logicalId="19"/>
        <citizenship countryIso2Code="KP" countryDescription="NORTH KOREA"/>
        <citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
        <birthdate circa="true" year="1970" city="Sampleville" countryIso2Code="KP" \
    countryDescription="NORTH KOREA"/>
        <birthdate circa="false" birthdate="1970-04-28"/>
        <identification identificationTypeCode="passport" \
    identificationTypeDescription="National passport" number="X1234567" countryIso2Code="KP" \
    knownFalse="true"/>
        <address street="1 Example Road" poBox="" zipCode="100" city="Exampletown" region="" \
    countryIso2Code="CN" countryDescription="CHINA">
          <contactInfo key="PHONE" value="+00 1234"/></address>
      </sanctionEntity>
      <sanctionEntity designationDate="2022-03-04" euReferenceNumber="" logicalId="14">
        <regulation regulationType="regulation" entryIntoForceDate="2022-03-05" \
    numberTitle="2020/1998 (OJ L410I)" programme="HR"/>
        <subjectType code="enterprise" classificationCode="E"/>
        <nameAlias firstName="" middleName="" lastName="Sample Bureau" wholeName="" \
    strong="true"/>
      </sanctionEntity>
    </export>
    """

  static let uk = """
    <?xml version="1.0" encoding="utf-8"?>
    <Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <DateGenerated>02/09/2026</DateGenerated>
      <Designation>
        <LastUpdated>14/04/2026</LastUpdated><DateDesignated>25/01/2021</DateDesignated>
        <UniqueID>XYZ0001</UniqueID><OFSIGroupID>7172</OFSIGroupID>
        <UNReferenceNumber>KPi.901</UNReferenceNumber>
        <Names>
          <Name><Name6>Rocket</Name6><NameType>Alias</NameType>\
    <AliasStrength>Low quality a.k.a</AliasStrength></Name>
          <Name><Name1>IVAN</Name1><Name2>SAMPLE</Name2><Name6>EXAMPLE</Name6>\
    <NameType>Primary Name</NameType></Name>
          <Name><Name1>Vanya</Name1><Name6>Example</Name6><NameType>ALias</NameType></Name>
        </Names>
        <NonLatinNames><NonLatinName><NameNonLatinScript>Иван Пример</NameNonLatinScript>\
    <NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>
        <Titles><Title>Dr</Title></Titles>
        <RegimeName>The Example (Sanctions) Regulations 2020</RegimeName>
        <IndividualEntityShip>Individual</IndividualEntityShip>
        <DesignationSource>UN</DesignationSource>
        <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
        <OtherInformation>An example.</OtherInformation>
        <UKStatementofReasons>Directs the Example Bureau.</UKStatementofReasons>
        <Addresses><Address><AddressLine1>1 Example Road</AddressLine1>\
    <AddressLine6>Exampletown</AddressLine6><AddressPostalCode>100</AddressPostalCode>\
    <AddressCountry>China</AddressCountry></Address></Addresses>
        <PhoneNumbers><PhoneNumber>+00 1234</PhoneNumber></PhoneNumbers>
        <IndividualDetails><Individual>
          <DOBs><DOB>dd/mm/1945</DOB><DOB>dd/07/1946</DOB><DOB>01/03/1958</DOB></DOBs>
          <PassportDetails><Passport><PassportNumber>X1234567</PassportNumber>\
    <PassportAdditionalInformation>issued 2001</PassportAdditionalInformation></Passport>
          </PassportDetails>
          <Nationalities><Nationality>Russia</Nationality></Nationalities>
          <BirthDetails><Location><TownOfBirth>Sampleville</TownOfBirth></Location></BirthDetails>
        </Individual></IndividualDetails>
      </Designation>
      <Designation>
        <UniqueID>XYZ0002</UniqueID>
        <Names><Name><Name6>SAMPLE STAR</Name6><NameType>Primary name</NameType></Name></Names>
        <IndividualEntityShip>Ship</IndividualEntityShip>
        <SanctionsImposed>Prohibition of port entry</SanctionsImposed>
        <ShipDetails><Ship><IMONumbers><IMONumber>9000001</IMONumber></IMONumbers>\
    <YearsBuilt><YearBuilt>2011</YearBuilt></YearsBuilt></Ship></ShipDetails>
      </Designation>
      <Designation>
        <UniqueID>XYZ0003</UniqueID>
        <Names><Name><Name1>ANNA</Name1><Name6>EXAMPLE</Name6><NameType>Primary Name</NameType>\
    </Name></Names>
        <IndividualEntityShip>Individual</IndividualEntityShip>
        <SanctionsImposed>Travel Ban</SanctionsImposed>
        <SanctionsImposedIndicators><AssetFreeze>false</AssetFreeze>\
    <TravelBan>true</TravelBan></SanctionsImposedIndicators>
      </Designation>
      <Designation>
        <UniqueID>XYZ0004</UniqueID>
        <Names><Name><Name6>SAMPLE FABRIC</Name6><NameType>Primary Name</NameType></Name></Names>
        <IndividualEntityShip>Zeppelin</IndividualEntityShip>
      </Designation>
      <Designation>
        <UniqueID>XYZ0005</UniqueID>
        <Names><Name><Name6>SAMPLE BANK</Name6><NameType>Primary Name</NameType></Name></Names>
        <IndividualEntityShip>Entity</IndividualEntityShip>
        <SanctionsImposedIndicators><AssetFreeze>false</AssetFreeze>\
    <TrustServicesSanctions>true</TrustServicesSanctions></SanctionsImposedIndicators>
      </Designation>
    </Designations>
    """

  static let ofsi = """
    <?xml version="1.0" encoding="utf-8"?>
    <ArrayOfFinancialSanctionsTarget xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns="http://schemas.hmtreasury.gov.uk/ofsi/consolidatedlist">
      <FinancialSanctionsTarget>
        <Name6>Sample</Name6><name1>Vanya</name1><Title xsi:nil="true"/>
        <GroupTypeDescription>Individual</GroupTypeDescription><AliasType>AKA</AliasType>
        <AliasQuality>Low quality</AliasQuality><RegimeName>Example</RegimeName>
        <DateListed>2021-01-26T00:00:00</DateListed><GrpStatus>A</GrpStatus>
        <GroupID>15001</GroupID><UKSanctionsListRef>XYZ0001</UKSanctionsListRef>
      </FinancialSanctionsTarget>
      <FinancialSanctionsTarget>
        <Name6>SAMPLE BANK</Name6><GroupTypeDescription>Entity</GroupTypeDescription>
        <AliasType>Primary name</AliasType><RegimeName>Example</RegimeName>
        <GrpStatus>I</GrpStatus><GroupID>15002</GroupID>
      </FinancialSanctionsTarget>
      <FinancialSanctionsTarget>
        <Name6>EXAMPLE</Name6><name1>Ivan</name1><name2>Sample</name2>
        <NameNonLatinScript>Иван Пример</NameNonLatinScript>
        <Address1>1 Example Road</Address1><PostCode>100</PostCode><Country>China</Country>
        <Individual_DateOfBirth>00/00/1950</Individual_DateOfBirth>
        <Individual_PassportNumber>X1234567</Individual_PassportNumber>
        <GroupTypeDescription>Individual</GroupTypeDescription>
        <AliasType>Primary name</AliasType><GrpStatus>A</GrpStatus><GroupID>15001</GroupID>
      </FinancialSanctionsTarget>
      <FinancialSanctionsTarget><Name6>NOBODY</Name6></FinancialSanctionsTarget>
    </ArrayOfFinancialSanctionsTarget>
    """

  /// Two entries of `SDN.XML`, or others, under a header that states this count.
  static func ofac(
    _ entries: String = sdnEntries, count: Int? = 2,
    namespace: String = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview"
      + "/exports/XML"
  ) -> String {
    let stated = count.map { "<Record_Count>\($0)</Record_Count>" } ?? ""
    return """
      <?xml version="1.0" standalone="yes"?>
      <sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="\(namespace)">
        <publshInformation>
          <Publish_Date>08/07/2026</Publish_Date>\(stated)
        </publshInformation>
      \(entries)
      </sdnList>
      """
  }

  static let sdnEntries = """
    <sdnEntry>
      <uid>100</uid><firstName>Ivan Sample</firstName><lastName>EXAMPLE</lastName>
      <title>Director</title><sdnType>Individual</sdnType><remarks>(Linked To: SAMPLE)</remarks>
      <programList><program>NPWMD</program><program>DPRK</program></programList>
      <idList>
        <id><uid>101</uid><idType>Passport</idType><idNumber>X1234567</idNumber>\
    <idCountry>Russia</idCountry></id>
        <id><uid>102</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
        <id><uid>103</uid><idType>Secondary sanctions risk:</idType>\
    <idNumber>Example Regulations</idNumber></id>
      </idList>
      <akaList>
        <aka><uid>104</uid><type>a.k.a.</type><category>strong</category>\
    <lastName>SAMPLE</lastName><firstName>Vanya</firstName></aka>
        <aka><uid>105</uid><type>f.k.a.</type><category>weak</category><lastName>ROCKET</lastName>
        </aka>
        <aka><uid>106</uid><type>a.k.a.</type><category>weak</category></aka>
      </akaList>
      <addressList><address><uid>107</uid><address1>1 Example Road</address1><city>Exampletown\
    </city><postalCode>100</postalCode><country>China</country></address></addressList>
      <nationalityList><nationality><uid>108</uid><country>Russia</country>\
    <mainEntry>true</mainEntry></nationality></nationalityList>
      <dateOfBirthList><dateOfBirthItem><uid>109</uid><dateOfBirth>14 Apr 1992</dateOfBirth>\
    <mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
      <placeOfBirthList><placeOfBirthItem><uid>110</uid><placeOfBirth>Sampleville</placeOfBirth>\
    </placeOfBirthItem></placeOfBirthList>
    </sdnEntry>
    <sdnEntry>
      <uid>200</uid><lastName>SAMPLE STAR</lastName><sdnType>Vessel</sdnType>
      <programList><program>DPRK4</program></programList>
      <vesselInfo><callSign>XX1</callSign><vesselType>Cargo</vesselType></vesselInfo>
    </sdnEntry>
    """

  static func plainEntry(_ id: Int, _ programme: String) -> String {
    """
    <sdnEntry><uid>\(id)</uid><lastName>SAMPLE \(id)</lastName><sdnType>Entity</sdnType>\
    <programList><program>\(programme)</program></programList></sdnEntry>
    """
  }

  static let enhanced = """
    <?xml version="1.0" encoding="utf-8"?>
    <sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview\
    /exports/ENHANCED_XML">
      <publicationInfo><dataAsOf>2026-07-27T00:00:00-04:00</dataAsOf>
        <filters><sanctionsLists><sanctionsList refId="1">SDN List</sanctionsList>\
    </sanctionsLists></filters></publicationInfo>
      <referenceValues><referenceValue refId="1"><type>List</type><value>SDN List</value>\
    </referenceValue></referenceValues>
      <featureTypes><featureType featureTypeId="8"><type>Birthdate</type></featureType>\
    </featureTypes>
      <entities>
        <entity id="100">
          <generalInfo><identityId>9</identityId><entityType refId="600">Individual</entityType>\
    <title>Director</title></generalInfo>
          <sanctionsLists>
            <sanctionsList refId="1" id="2" datePublished="2014-10-10">SDN List</sanctionsList>
            <sanctionsList refId="3" id="4" datePublished="2006-04-12">Non-SDN Palestinian \
    Legislative Council List</sanctionsList>
            <sanctionsList refId="5" id="6" datePublished="2014-10-10">Consolidated List\
    </sanctionsList>
          </sanctionsLists>
          <sanctionsPrograms><sanctionsProgram refId="7">SDGT</sanctionsProgram>\
    </sanctionsPrograms>
          <names>
            <name id="2"><isPrimary>false</isPrimary><aliasType>A.K.A.</aliasType>\
    <isLowQuality>true</isLowQuality><translations><translation id="3"><isPrimary>true</isPrimary>\
    <formattedFullName>ROCKET</formattedFullName></translation></translations></name>
            <name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>
              <translation id="4"><isPrimary>false</isPrimary><script>Cyrillic</script>\
    <formattedFullName>ПРИМЕР, Иван</formattedFullName></translation>
              <translation id="5"><isPrimary>true</isPrimary><script>Latin</script>\
    <formattedFullName>EXAMPLE, Ivan</formattedFullName></translation>
            </translations></name>
          </names>
          <addresses><address id="1"><country refId="2">China</country><translations>\
    <translation id="3"><isPrimary>true</isPrimary><addressParts>\
    <addressPart id="1"><type>ADDRESS1</type><value>1 Example Road</value></addressPart>\
    <addressPart id="2"><type>CITY</type><value>Exampletown</value></addressPart>\
    </addressParts></translation></translations></address></addresses>
          <features>
            <feature id="1"><type featureTypeId="8">Birthdate</type><value>1951</value></feature>
            <feature id="2"><type featureTypeId="1">Nationality Country</type>\
    <value>Russia</value></feature>
            <feature id="3"><type>Digital Currency Address - XBT</type>\
    <value>1Example</value></feature>
          </features>
          <identityDocuments><identityDocument id="1"><type>Passport</type>\
    <documentNumber>X1234567</documentNumber><isValid>true</isValid>\
    <issuingCountry>Russia</issuingCountry></identityDocument></identityDocuments>
          <relationships><relationship id="1"><type>Owned or Controlled By</type>\
    <relatedEntity entityId="300">SAMPLE BUREAU</relatedEntity></relationship></relationships>
        </entity>
      </entities>
    </sanctionsData>
    """
}
